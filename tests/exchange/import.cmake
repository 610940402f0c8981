# Texts that describe a job, read back: what people paste, and everything that the exporters write.
foreach(test importshells importscripts importdocuments importroundtrip)
    braketeer_test(exchange/tst_${test} LINKS braketeer::exchange TIMEOUT 300)
endforeach()
