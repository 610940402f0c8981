braketeer_test(exchange/tst_readjson LINKS braketeer::exchange)
