DELETE FROM _unread WHERE location IN (SELECT unnest($locations::VARCHAR[]))
