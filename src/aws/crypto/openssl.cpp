#include "aws/crypto/openssl.h"

namespace braketeer::aws {

const OpenSsl &openSsl()
{
    static constexpr OpenSsl functions{
        &::EVP_MD_fetch,       &::EVP_MD_free,      &::EVP_MD_CTX_new,     &::EVP_MD_CTX_free,
        &::EVP_DigestInit_ex2, &::EVP_DigestUpdate, &::EVP_DigestFinal_ex, &::EVP_MAC_fetch,
        &::EVP_MAC_free,       &::EVP_MAC_CTX_new,  &::EVP_MAC_CTX_free,   &::EVP_MAC_CTX_set_params,
        &::EVP_MAC_init,       &::EVP_MAC_update,   &::EVP_MAC_final,      &::CRYPTO_memcmp,
        &::OPENSSL_cleanse,
    };
    return functions;
}

} // namespace braketeer::aws
