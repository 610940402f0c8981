#include "exchange/textcheck.h"

#include <QChar>
#include <QCoreApplication>
#include <QStringDecoder>

namespace braketeer::exchange {

TextPosition positionAt(QByteArrayView utf8, qsizetype offset)
{
    TextPosition position;
    const qsizetype end = qMin(offset, utf8.size());
    for (qsizetype i = 0; i < end; ++i) {
        const char byte = utf8.at(i);
        const bool endsLine = byte == '\n' || (byte == '\r' && (i + 1 == utf8.size() || utf8.at(i + 1) != '\n'));
        if (endsLine)
            position = {position.line + 1, 1};
        else if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80)
            ++position.column;
    }
    return position;
}

QString placeName(TextPosition position)
{
    return QCoreApplication::translate("TextPosition", "line %1, column %2").arg(position.line).arg(position.column);
}

bool hasByteOrderMark(QByteArrayView utf8)
{
    return utf8.startsWith("\xEF\xBB\xBF");
}

QString textOf(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return hasByteOrderMark(utf8) ? QString(decoder.decode(utf8)) : QString::fromUtf8(utf8);
}

bool isHidden(char32_t character)
{
    if (character < 0x80)
        return character < 0x20 || character == 0x7F;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace braketeer::exchange
