SELECT indicator, label_en, label_vi, unit, direction FROM _indicators ORDER BY indicator
