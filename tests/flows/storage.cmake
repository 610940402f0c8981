# Pure parts, and flows against a server that does what it is told.
foreach(test storagerules storage)
    braketeer_test(flows/tst_${test} LINKS braketeer::flows braketeer::services braketeer::aws)
endforeach()
# Against an S3 server that this project did not write; starting it takes about a second.
braketeer_test(flows/tst_storage_s3rver LINKS braketeer::flows braketeer::services braketeer::aws TIMEOUT 120)
