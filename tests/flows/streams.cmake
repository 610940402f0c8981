braketeer_test(flows/tst_namefilter LINKS braketeer::flows)
foreach(test uploadstream downloadstream)
    braketeer_test(flows/tst_${test}
        LINKS braketeer::flows braketeer::store braketeer::services braketeer::aws braketeer::aws_bulk
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/minis3.cpp ${CMAKE_CURRENT_LIST_DIR}/transferplace.cpp)
endforeach()
# Against a whole service: copies need one that reads what it stored.
braketeer_test(flows/tst_copyobject LINKS braketeer::flows braketeer::services braketeer::aws braketeer::sandbox TIMEOUT 120)
