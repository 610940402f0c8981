braketeer_test(store/tst_transfers LINKS braketeer::store Qt6::Sql)
