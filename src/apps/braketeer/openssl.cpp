#include "aws/crypto/openssl.h"

#include <QLibrary>

#include <openssl/opensslv.h>

using namespace Qt::StringLiterals;

// Takes the place of the function in the library: the window loads OpenSSL with the first signature. Without it the
// program ends with a sentence that says so, as it would if OpenSSL were linked.
namespace braketeer::aws {
namespace {

template<class Function>
void find(QLibrary &library, Function &function, const char *name)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    if (!function)
        qFatal("%s offers no %s: install OpenSSL %d.", qPrintable(library.fileName()), name, OPENSSL_VERSION_MAJOR);
}

OpenSsl load()
{
#ifdef Q_OS_WIN
    QLibrary library(u"libcrypto-%1-x64"_s.arg(OPENSSL_SHLIB_VERSION));
#else
    QLibrary library(u"crypto"_s, OPENSSL_SHLIB_VERSION);
#endif
    if (!library.load())
        qFatal("OpenSSL %d is missing: %s", OPENSSL_VERSION_MAJOR, qPrintable(library.errorString()));
    OpenSsl functions{};
    find(library, functions.EVP_MD_fetch, "EVP_MD_fetch");
    find(library, functions.EVP_MD_free, "EVP_MD_free");
    find(library, functions.EVP_MD_CTX_new, "EVP_MD_CTX_new");
    find(library, functions.EVP_MD_CTX_free, "EVP_MD_CTX_free");
    find(library, functions.EVP_DigestInit_ex2, "EVP_DigestInit_ex2");
    find(library, functions.EVP_DigestUpdate, "EVP_DigestUpdate");
    find(library, functions.EVP_DigestFinal_ex, "EVP_DigestFinal_ex");
    find(library, functions.EVP_MAC_fetch, "EVP_MAC_fetch");
    find(library, functions.EVP_MAC_free, "EVP_MAC_free");
    find(library, functions.EVP_MAC_CTX_new, "EVP_MAC_CTX_new");
    find(library, functions.EVP_MAC_CTX_free, "EVP_MAC_CTX_free");
    find(library, functions.EVP_MAC_CTX_set_params, "EVP_MAC_CTX_set_params");
    find(library, functions.EVP_MAC_init, "EVP_MAC_init");
    find(library, functions.EVP_MAC_update, "EVP_MAC_update");
    find(library, functions.EVP_MAC_final, "EVP_MAC_final");
    find(library, functions.CRYPTO_memcmp, "CRYPTO_memcmp");
    find(library, functions.OPENSSL_cleanse, "OPENSSL_cleanse");
    return functions;
}

} // namespace

const OpenSsl &openSsl()
{
    static const OpenSsl functions = load();
    return functions;
}

} // namespace braketeer::aws
