#pragma once

#include <QFile>
#include <QList>
#include <QString>
#include <QXmlStreamReader>

namespace braketeer::test {

/// A <message> of a .ts file.
struct TsText
{
    QString context;
    QString source;
    QString comment;
    bool numerus = false;
    bool finished = true;
    QStringList translations; ///< one, or a form for every plural of the language

    /// What lupdate knows it by, for messages.
    QString key() const
    {
        return context + QStringLiteral(": ") + source
               + (comment.isEmpty() ? QString() : QStringLiteral(" // ") + comment);
    }
};

inline TsText readMessage(QXmlStreamReader &xml)
{
    TsText text;
    text.numerus = xml.attributes().value(QLatin1StringView("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            text.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            text.comment = xml.readElementText();
        } else if (xml.name() != u"translation") {
            xml.skipCurrentElement();
        } else {
            text.finished = !xml.attributes().hasAttribute(QLatin1StringView("type"));
            if (!text.numerus)
                text.translations << xml.readElementText();
            else
                while (xml.readNextStartElement())
                    text.translations << xml.readElementText();
        }
    }
    return text;
}

/// All messages of a .ts file; none when it cannot be read to its end.
inline QList<TsText> readTsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<TsText> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            texts << readMessage(xml);
            texts.last().context = context;
        }
    }
    return xml.hasError() ? QList<TsText>() : texts;
}

} // namespace braketeer::test
