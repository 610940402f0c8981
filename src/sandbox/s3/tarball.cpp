#include "sandbox/s3/tarball.h"

#include "sandbox/s3/crc.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace braketeer::sandbox::s3 {
namespace {

constexpr qsizetype blockSize = 512;

QByteArray octal(qint64 number, int digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

void place(QByteArray &header, qsizetype offset, const QByteArray &bytes)
{
    std::memcpy(header.data() + offset, bytes.constData(), size_t(bytes.size()));
}

QByteArray headerOf(const QByteArray &path, qint64 size)
{
    QByteArray header(blockSize, '\0');
    place(header, 0, path);
    place(header, 100, octal(0644, 7));
    place(header, 108, octal(0, 7));
    place(header, 116, octal(0, 7));
    place(header, 124, octal(size, 11));
    place(header, 136, octal(0, 11)); // no time: nothing but the files decides the bytes
    place(header, 148, QByteArray(8, ' '));
    place(header, 156, "0");
    place(header, 257, QByteArray("ustar\0", 6) + "00");
    qint64 sum = 0;
    for (const char byte : header)
        sum += static_cast<unsigned char>(byte);
    place(header, 148, octal(sum, 6) + '\0');
    return header;
}

QByteArray padded(QByteArray bytes)
{
    return bytes.append((blockSize - bytes.size() % blockSize) % blockSize, '\0');
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray gzip(const QByteArray &bytes)
{
    constexpr qsizetype qtHeader = 4; // the size, before a zlib stream: two bytes, deflated data, Adler-32
    constexpr qsizetype zlibHeader = 2;
    constexpr qsizetype zlibTrailer = 4;
    const QByteArray zlib = qCompress(bytes, 9);
    const QByteArray deflated = zlib.sliced(qtHeader + zlibHeader).chopped(zlibTrailer);
    const QByteArray header("\x1f\x8b\x08\0\0\0\0\0\x02\xff", 10);
    return header + deflated + littleEndian(crc32(0, bytes.constData(), size_t(bytes.size())))
           + littleEndian(quint32(bytes.size()));
}

} // namespace

QByteArray makeTarGz(const QList<QPair<QByteArray, QByteArray>> &files)
{
    QByteArray tar;
    for (const auto &[path, content] : files)
        tar += headerOf(path, content.size()) + padded(content);
    return gzip(tar + QByteArray(2 * blockSize, '\0'));
}

} // namespace braketeer::sandbox::s3
