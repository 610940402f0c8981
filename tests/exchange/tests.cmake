foreach(test readjson yaml shorthand quoting)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange)
endforeach()
# Ten thousand documents each, through every shell and simulation: some seconds, many on a busy machine.
foreach(test export shells windowsshells windowsprograms awscli)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange TIMEOUT 600)
endforeach()
