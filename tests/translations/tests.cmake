braketeer_test(translations/tst_translations LINKS braketeer::apps_language)
target_compile_definitions(translations.tst_translations PRIVATE
    BRAKETEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    BRAKETEER_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")

braketeer_test(translations/tst_pseudotranslator LINKS braketeer::apps_language)
target_compile_definitions(translations.tst_pseudotranslator PRIVATE BRAKETEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
