DELETE FROM _provinces;
DELETE FROM _indicators;
