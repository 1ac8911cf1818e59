SELECT indicator, label_en, label_vi, unit, measure, direction FROM _indicators ORDER BY indicator
