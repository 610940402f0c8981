braketeer_test(services/tst_golden_builders LINKS braketeer::services)
braketeer_test(services/tst_answers LINKS braketeer::services)
braketeer_test(services/tst_calls LINKS braketeer::services)
