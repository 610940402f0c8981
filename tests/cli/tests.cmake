# From outside: the built program, its exit code, standard output and standard error.
foreach(test shorthandsuite commands wire)
    braketeer_test(cli/tst_${test} LINKS braketeer::sandbox Qt6::Sql TIMEOUT 300)
    target_compile_definitions(cli.tst_${test} PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
    add_dependencies(cli.tst_${test} braketeer-cli)
endforeach()
# From inside: what has no need of a process.
braketeer_test(cli/tst_output LINKS braketeer::cli braketeer::exchange)
