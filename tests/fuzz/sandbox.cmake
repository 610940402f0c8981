if(BRAKETEER_SANITIZE)
    braketeer_fuzzer(s3documents ROUNDS 20000 LINKS braketeer::sandbox)
    braketeer_fuzzer(s3bodies ROUNDS 12000 LINKS braketeer::sandbox)
endif()
