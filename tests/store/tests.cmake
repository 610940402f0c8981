braketeer_test(store/tst_history LINKS braketeer::store)
braketeer_test(store/tst_historyfile LINKS braketeer::store Qt6::Sql)
braketeer_test(store/tst_drafts LINKS braketeer::store)
braketeer_test(store/tst_settings LINKS braketeer::store)

braketeer_test(store/tst_memoryvault LINKS braketeer::store_vault)
# One program, four kinds of keychain.
set(with_keyring ${PROJECT_SOURCE_DIR}/tests/support/with-keyring.sh)
braketeer_test(store/tst_vault LINKS braketeer::store_vault Qt6::DBus LAUNCHER ${with_keyring})
foreach(keyring locked no-service no-bus)
    add_test(NAME store.tst_vault.${keyring} COMMAND ${with_keyring} --${keyring} $<TARGET_FILE:store.tst_vault>)
    set_tests_properties(store.tst_vault.${keyring} PROPERTIES TIMEOUT 60 ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8")
endforeach()
