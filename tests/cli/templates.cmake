braketeer_test(cli/tst_templates TIMEOUT 120)
target_compile_definitions(cli.tst_templates PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
add_dependencies(cli.tst_templates braketeer-cli)
