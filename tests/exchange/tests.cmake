foreach(test readjson yaml shorthand quoting command)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange)
endforeach()
