braketeer_test(cli/tst_export LINKS braketeer::exchange TIMEOUT 120)
target_compile_definitions(cli.tst_export PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
add_dependencies(cli.tst_export braketeer-cli)
