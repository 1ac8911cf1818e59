SELECT indicator, label_en, label_vi, unit, measure, direction, flow FROM _indicators ORDER BY indicator
