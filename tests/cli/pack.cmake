braketeer_test(cli/tst_pack TIMEOUT 120)
target_compile_definitions(cli.tst_pack PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
add_dependencies(cli.tst_pack braketeer-cli)
