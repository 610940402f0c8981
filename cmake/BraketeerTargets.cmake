# Every warning, C++ level and Qt define in one place; nothing global, nothing repeated.
add_library(braketeer_options INTERFACE)
target_compile_features(braketeer_options INTERFACE cxx_std_20)
target_compile_options(braketeer_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wnon-virtual-dtor;-Wundef;-Werror>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/WX;/permissive->)
# With it ccache can look into a precompiled header.
target_compile_options(braketeer_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_compile_definitions(braketeer_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
# Small before fast: a command's start-up and its memory are the pages of its code. What has to be fast asks for -O2
# beside its sources (src/aws/CMakeLists.txt); scripts/bench holds both against their figures.
target_compile_options(braketeer_options INTERFACE
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang>>:-Os;-ffunction-sections;-fdata-sections;-fvisibility=hidden>)
target_link_options(braketeer_options INTERFACE
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang>>:-Wl,--gc-sections;-Wl,-O1;-Wl,--as-needed>)
if(BRAKETEER_SANITIZE)
    target_compile_options(braketeer_options INTERFACE
        -fsanitize=${BRAKETEER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(braketeer_options INTERFACE -fsanitize=${BRAKETEER_SANITIZE})
endif()

# The functions that a file of cmake/order lists stand beside each other in the program, so that a start maps few pages
# of it. Only lld can do so in Debian 12; without it the program is the same, and a mebibyte bigger in memory.
# scripts/function-order makes the files.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=lld BRAKETEER_HAS_LLD)
function(braketeer_function_order target)
    set(order ${PROJECT_SOURCE_DIR}/cmake/order/${target}.txt)
    if(NOT BRAKETEER_HAS_LLD OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
        return()
    endif()
    target_link_options(${target} PRIVATE
        -fuse-ld=lld -Wl,--no-warn-symbol-ordering -Wl,--symbol-ordering-file=${order})
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${order})
endfunction()

# braketeer_precompiled(widgets LINKS Qt6::Widgets HEADERS <QtWidgets>)
# A header of the libraries that others are compiled with. Few and shared: each takes some hundred megabytes of disk.
function(braketeer_precompiled family)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;HEADERS")
    add_library(braketeer_precompiled_${family} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled/precompiled.cpp)
    target_link_libraries(braketeer_precompiled_${family} PRIVATE braketeer_options ${arg_LINKS})
    target_precompile_headers(braketeer_precompiled_${family} PRIVATE ${arg_HEADERS})
    set_target_properties(braketeer_precompiled_${family} PROPERTIES AUTOMOC OFF)
endfunction()

# braketeer_library(flows LINKS braketeer::job USES braketeer::services PRECOMPILED plain SOURCES ...)
# LINKS: seen in our headers, passed on. USES: our .cpp files only, so not visible to whoever links us.
# A sub-library is named with its folder: braketeer_library(gui/kit ...) is braketeer::gui_kit, "gui/kit/x.h".
function(braketeer_library room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILED" "SOURCES;LINKS;USES;FORMS")
    string(REPLACE "/" "_" name ${room})
    add_library(braketeer_${name} STATIC ${arg_SOURCES})
    add_library(braketeer::${name} ALIAS braketeer_${name})
    # One include root per library: "gui/x.h" is not found unless braketeer::gui is linked.
    set(root ${PROJECT_BINARY_DIR}/include/${name})
    cmake_path(GET room PARENT_PATH parent)
    file(MAKE_DIRECTORY ${root}/${parent})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${room} SYMBOLIC)
    target_include_directories(braketeer_${name} PUBLIC ${root})
    target_link_libraries(braketeer_${name} PUBLIC ${arg_LINKS}
                          PRIVATE ${arg_USES} braketeer_options)
    if(arg_PRECOMPILED)
        target_precompile_headers(braketeer_${name} REUSE_FROM braketeer_precompiled_${arg_PRECOMPILED})
    endif()
    if(arg_FORMS)
        target_sources(braketeer_${name} PRIVATE ${arg_FORMS})
        string(REGEX REPLACE "^gui/" "" form_folder ${room}) # forms/ mirrors the folders of src/gui
        set_target_properties(braketeer_${name} PROPERTIES
            AUTOUIC ON AUTOUIC_SEARCH_PATHS "${PROJECT_SOURCE_DIR}/forms/${form_folder}")
    endif()
endfunction()

# braketeer_test(job/tst_schema LINKS braketeer::job [ENVIRONMENT "A=b"] [LAUNCHER script] [TIMEOUT seconds])
# The test is called job.tst_schema, runs without a display in UTC, and shares one precompiled header with the others.
function(braketeer_test path)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "LINKS;ENVIRONMENT;LAUNCHER;SOURCES")
    string(REPLACE "/" "." name ${path})
    add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/${path}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE braketeer_options Qt6::Test Qt6::Network QCoro6::Core tl::expected ${arg_LINKS})
    set(family core)
    if(arg_GUI)
        set(family gui)
        target_link_libraries(${name} PRIVATE Qt6::Widgets)
    endif()
    target_precompile_headers(${name} REUSE_FROM braketeer_precompiled_test_${family})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE
        BRAKETEER_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    # Where scripts/setup puts an S3 server of other people; tests of S3 skip what needs it where it is missing.
    set(s3rver ${PROJECT_SOURCE_DIR}/build/s3rver/node_modules/.bin/s3rver)
    add_test(NAME ${name} COMMAND ${arg_LAUNCHER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;BRAKETEER_S3RVER=${s3rver};${arg_ENVIRONMENT}")
endfunction()
