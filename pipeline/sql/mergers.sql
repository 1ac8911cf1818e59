-- What became of the provinces of the 63 that have another name, or none, among the 34.
SELECT old.province, old.name_en, old.name_vi, new.name_en, new.name_vi, new.since
FROM provinces AS old
JOIN provinces AS new ON new.province = old.merged_into AND new.province_set = 34
WHERE old.province_set = 63 AND old.merged_into <> old.province
ORDER BY old.province
