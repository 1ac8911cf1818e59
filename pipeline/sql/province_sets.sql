SELECT province_set, count(*) FROM provinces GROUP BY province_set ORDER BY province_set DESC
