foreach(test upload download transferqueue transfercrash diskfull)
    braketeer_test(flows/tst_${test}
        LINKS braketeer::flows braketeer::store braketeer::services braketeer::aws braketeer::aws_bulk
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/minis3.cpp ${CMAKE_CURRENT_LIST_DIR}/transferplace.cpp)
endforeach()
braketeer_test(flows/tst_transferparts LINKS braketeer::flows braketeer::services braketeer::store braketeer::aws)
# Against whole servers; starting the one that is not ours takes about a second.
braketeer_test(flows/tst_transfer_servers LINKS braketeer::flows braketeer::sandbox TIMEOUT 180)
