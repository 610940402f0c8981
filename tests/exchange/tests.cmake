braketeer_test(exchange/tst_readjson LINKS braketeer::exchange)
braketeer_test(exchange/tst_shorthand LINKS braketeer::exchange)
braketeer_test(exchange/tst_yaml LINKS braketeer::exchange)
