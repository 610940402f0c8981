#pragma once

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace braketeer::aws {

/// The functions of OpenSSL 3's libcrypto that signing and checksums need, under their own names.
/// Source: the manual pages EVP_DigestInit(3), EVP_MAC(3), CRYPTO_memcmp(3), OPENSSL_cleanse(3).
struct OpenSsl
{
    decltype(&::EVP_MD_fetch) EVP_MD_fetch;
    decltype(&::EVP_MD_free) EVP_MD_free;
    decltype(&::EVP_MD_CTX_new) EVP_MD_CTX_new;
    decltype(&::EVP_MD_CTX_free) EVP_MD_CTX_free;
    decltype(&::EVP_DigestInit_ex2) EVP_DigestInit_ex2;
    decltype(&::EVP_DigestUpdate) EVP_DigestUpdate;
    decltype(&::EVP_DigestFinal_ex) EVP_DigestFinal_ex;
    decltype(&::EVP_MAC_fetch) EVP_MAC_fetch;
    decltype(&::EVP_MAC_free) EVP_MAC_free;
    decltype(&::EVP_MAC_CTX_new) EVP_MAC_CTX_new;
    decltype(&::EVP_MAC_CTX_free) EVP_MAC_CTX_free;
    decltype(&::EVP_MAC_CTX_set_params) EVP_MAC_CTX_set_params;
    decltype(&::EVP_MAC_init) EVP_MAC_init;
    decltype(&::EVP_MAC_update) EVP_MAC_update;
    decltype(&::EVP_MAC_final) EVP_MAC_final;
    decltype(&::CRYPTO_memcmp) CRYPTO_memcmp;
    decltype(&::OPENSSL_cleanse) OPENSSL_cleanse;
};

/// The same for the whole program and in every thread.
///
/// A program may define this function itself. Then the linker leaves out the one of this library, and libcrypto with
/// it: the window loads it with the first signature, for its first frame would wait 1.5 ms for 20,000 relocations.
const OpenSsl &openSsl();

} // namespace braketeer::aws
