#include "exchange/yaml/readyaml.h"

#include "exchange/textcheck.h"
#include "exchange/yaml/yamltree.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

Error wrongAt(QByteArrayView utf8, qsizetype offset, const QString &why)
{
    core::Error error;
    error.message = Text::tr("The YAML text is wrong at %1: %2.").arg(placeName(positionAt(utf8, offset)), why);
    error.suggestion = Text::tr("Mend that place and read it again.");
    return error;
}

/// What the parser lets pass though YAML forbids it: control characters, bytes that are not UTF-8, tabs that indent.
std::optional<core::Error> refuse(QByteArrayView utf8)
{
    if (utf8.size() > maximumDocumentBytes) {
        core::Error error;
        error.message = Text::tr("The YAML text has %1 bytes; no more than %2 are read.")
                            .arg(utf8.size())
                            .arg(maximumDocumentBytes);
        return error;
    }
    bool atLineStart = true;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8.at(i));
        const bool endsLine = byte == '\n' || byte == '\r';
        if ((byte < 0x20 && !endsLine && byte != '\t') || byte == 0x7F)
            return wrongAt(utf8, i, Text::tr("a control character stands there"));
        if (byte == '\t' && atLineStart && i + 1 < utf8.size() && utf8.at(i + 1) != '\n' && utf8.at(i + 1) != '\r')
            return wrongAt(utf8, i, Text::tr("a tab indents the line; use blanks"));
        const bool isDirective = byte == '%' && (i == 0 || utf8.at(i - 1) == '\n' || utf8.at(i - 1) == '\r');
        if (isDirective && !(i == 0 && utf8.startsWith("%YAML 1.2")))
            return wrongAt(utf8, i, Text::tr("a line begins with %, which is for directives; only %YAML 1.2 is known"));
        atLineStart = endsLine || (atLineStart && byte == ' ');
    }
    if (!QUtf8StringView(utf8).isValidUtf8())
        return wrongAt(utf8, 0, Text::tr("the text is not UTF-8"));
    return std::nullopt;
}

/// Takes every event and keeps nothing.
class Nobody final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override { }

    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &, YAML::anchor_t) override { }

    void OnAlias(const YAML::Mark &, YAML::anchor_t) override { }

    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override { }

    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {
    }

    void OnSequenceEnd() override { }

    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override { }

    void OnMapEnd() override { }
};

/// False when a second document follows.
bool parse(const QByteArray &utf8, YAML::EventHandler &handler)
{
    std::istringstream stream(utf8.toStdString());
    YAML::Parser parser(stream);
    parser.HandleNextDocument(handler);
    return !parser.HandleNextDocument(handler);
}

} // namespace

core::Result<Value> readYaml(QByteArrayView utf8)
{
    if (hasByteOrderMark(utf8))
        utf8 = utf8.sliced(3);
    if (std::optional<core::Error> error = refuse(utf8))
        return core::fail(*std::move(error));
    YamlTree tree;
    try {
        // At the end of the text the parser takes an open quote for a closed one, at the end of a document it does not.
        Nobody nobody;
        parse(utf8.toByteArray() + "\n...\n", nobody);
        if (!parse(utf8.toByteArray(), tree))
            return core::fail(wrongAt(utf8, tree.offset(), Text::tr("a second document begins; only one is read")));
    } catch (const YAML::Exception &exception) {
        return core::fail(wrongAt(utf8, exception.mark.pos, QString::fromStdString(exception.msg)));
    } catch (const YamlTree::Stop &) {
        return core::fail(wrongAt(utf8, tree.offset(), tree.why()));
    }
    return tree.takeDocument();
}

} // namespace braketeer::exchange
