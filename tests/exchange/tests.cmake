foreach(test readjson yaml shorthand quoting command awscli)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange)
endforeach()
