if(BRAKETEER_SANITIZE)
    braketeer_fuzzer(listing ROUNDS 20000 LINKS braketeer::services)
endif()
