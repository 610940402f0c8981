foreach(test readjson yaml shorthand quoting export shells windowsshells awscli)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange)
endforeach()
braketeer_test(exchange/tst_windowsprograms LINKS braketeer::exchange TIMEOUT 600)
