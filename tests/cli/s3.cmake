# `braketeer-cli s3` from outside, beside the AWS CLI on the same server; that one needs most of a second a command.
braketeer_test(cli/tst_s3 LINKS braketeer::sandbox TIMEOUT 300)
target_compile_definitions(cli.tst_s3 PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
add_dependencies(cli.tst_s3 braketeer-cli)
# What the options of copies do, which requests they become, and what becomes of output that cannot be written.
foreach(test s3copy s3streams s3access console)
    braketeer_test(cli/tst_${test} LINKS braketeer::cli braketeer::sandbox Qt6::Network TIMEOUT 300)
    target_compile_definitions(cli.tst_${test} PRIVATE BRAKETEER_CLI="$<TARGET_FILE:braketeer-cli>")
    add_dependencies(cli.tst_${test} braketeer-cli)
endforeach()
