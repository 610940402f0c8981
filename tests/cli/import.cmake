braketeer_test(cli/tst_import LINKS braketeer::exchange TIMEOUT 120)
target_compile_definitions(cli.tst_import PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
add_dependencies(cli.tst_import braketeer-cli)
