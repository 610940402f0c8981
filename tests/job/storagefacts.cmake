braketeer_test(job/tst_storagefacts LINKS braketeer::job)
