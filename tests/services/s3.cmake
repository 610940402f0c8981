braketeer_test(services/tst_s3_listing LINKS braketeer::services)
braketeer_test(services/tst_s3_answers LINKS braketeer::services)
braketeer_test(services/tst_s3_region LINKS braketeer::services)
