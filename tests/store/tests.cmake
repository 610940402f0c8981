braketeer_test(store/tst_history LINKS braketeer::store)
braketeer_test(store/tst_historyfile LINKS braketeer::store Qt6::Sql)
braketeer_test(store/tst_drafts LINKS braketeer::store)
braketeer_test(store/tst_settings LINKS braketeer::store)
