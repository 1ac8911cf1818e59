INSERT INTO _schema_version VALUES ($version, $now)
