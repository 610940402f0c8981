braketeer_test(aws/tst_sigv4 LINKS braketeer::aws)
braketeer_test(aws/tst_golden_signer LINKS braketeer::aws)
braketeer_test(aws/tst_endpoints LINKS braketeer::aws)
