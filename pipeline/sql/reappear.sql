-- The files at $locations are there again, as they were.
UPDATE _places SET vanished_at = NULL WHERE location IN (SELECT unnest($locations::VARCHAR[]))
