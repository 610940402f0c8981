braketeer_test(aws/tst_crc LINKS braketeer::aws)
braketeer_test(aws/tst_bulk LINKS braketeer::aws braketeer::aws_bulk)
braketeer_test(aws/tst_renewal LINKS braketeer::aws)
