braketeer_test(core/tst_names LINKS braketeer::core)
