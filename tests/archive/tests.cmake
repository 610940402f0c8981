foreach(test tokenizer outline entrypoints ignore warnings)
    braketeer_test(archive/tst_${test} LINKS braketeer::archive)
endforeach()
# What is looked into is written by Python's own tarfile and zipfile; what is packed is read by them and by tar.
foreach(test look pack)
    braketeer_test(archive/tst_${test} LINKS braketeer::archive TIMEOUT 180)
endforeach()
