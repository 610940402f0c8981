foreach(test readjson yaml shorthand quoting)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange)
endforeach()
# Ten thousand documents each, through every shell and simulation: some seconds, many on a busy machine.
foreach(test export shells windowsshells windowsprograms)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange TIMEOUT 600)
endforeach()
# With the real AWS CLI against the built-in service.
braketeer_test(exchange/tst_awscli LINKS braketeer::exchange braketeer::sandbox TIMEOUT 600)
