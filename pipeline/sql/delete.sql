-- All that came of the reports $documents; what lies where (_places) and the log stay.
DELETE FROM _facts WHERE document_id IN (SELECT unnest($documents::VARCHAR[]));
DELETE FROM _citations WHERE document_id IN (SELECT unnest($documents::VARCHAR[]));
DELETE FROM _findings WHERE document_id IN (SELECT unnest($documents::VARCHAR[]));
DELETE FROM _keys WHERE document_id IN (SELECT unnest($documents::VARCHAR[]));
DELETE FROM _documents WHERE document_id IN (SELECT unnest($documents::VARCHAR[]));
