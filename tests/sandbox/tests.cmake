foreach(test faults hostile lifecycle sandbox signature)
    braketeer_test(sandbox/tst_${test} LINKS braketeer::sandbox braketeer::aws
        SOURCES ${PROJECT_SOURCE_DIR}/tests/sandbox/client.cpp)
endforeach()
foreach(test s3 s3trouble)
    braketeer_test(sandbox/tst_${test} LINKS braketeer::sandbox braketeer::aws
        SOURCES ${PROJECT_SOURCE_DIR}/tests/sandbox/client.cpp ${PROJECT_SOURCE_DIR}/tests/sandbox/s3client.cpp)
endforeach()
# The AWS CLI needs most of a second for each command, more on a busy machine.
foreach(test realclients s3clients)
    braketeer_test(sandbox/tst_${test} LINKS braketeer::sandbox TIMEOUT 300
        SOURCES ${PROJECT_SOURCE_DIR}/tests/sandbox/realprogram.cpp)
endforeach()
