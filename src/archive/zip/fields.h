#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace braketeer::archive::zip {

/// Numbers of a zip, one after the other: little endian. Behind the end there are zeros, and good() is false.
class Fields final
{
public:
    explicit Fields(QByteArrayView bytes) : m_rest(bytes) { }

    quint16 two() { return number<quint16>(); }

    quint32 four() { return number<quint32>(); }

    quint64 eight() { return number<quint64>(); }

    QByteArrayView bytes(qsizetype length)
    {
        if (length > m_rest.size()) {
            m_good = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return taken;
    }

    void skip(qsizetype length) { bytes(length); }

    bool good() const { return m_good; }

    bool atEnd() const { return m_rest.isEmpty(); }

private:
    template<class T>
    T number()
    {
        const QByteArrayView taken = bytes(sizeof(T));
        return taken.isEmpty() ? T(0) : qFromLittleEndian<T>(taken.data());
    }

    QByteArrayView m_rest;
    bool m_good = true;
};

} // namespace braketeer::archive::zip
