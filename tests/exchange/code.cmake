# The exported code, run by what it is written for: Python, a shell, a simulation of PowerShell.
braketeer_test(exchange/tst_code_python LINKS braketeer::exchange TIMEOUT 300)
braketeer_test(exchange/tst_code_curl LINKS braketeer::exchange TIMEOUT 300)
braketeer_test(exchange/tst_code_cmdlet LINKS braketeer::exchange TIMEOUT 120
    SOURCES ${PROJECT_SOURCE_DIR}/tests/exchange/code/cmdletsimulation.cpp)
braketeer_test(exchange/tst_code_yaml LINKS braketeer::exchange TIMEOUT 300)
braketeer_test(exchange/tst_code_template LINKS braketeer::exchange)
# With the real programs against the built-in service.
braketeer_test(exchange/tst_code_wire LINKS braketeer::exchange braketeer::sandbox TIMEOUT 300)
