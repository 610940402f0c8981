#include "gui/kit/palettefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

// In a static library the resources are linked only when they are asked for; the macro wants no namespace around it.
static void linkPalettes()
{
    Q_INIT_RESOURCE(palettes);
}

namespace braketeer::gui {
namespace {

std::optional<QPalette::ColorRole> roleNamed(QString name)
{
    name[0] = name.at(0).toUpper(); // files follow JSON's habits, QPalette has its own
    bool known = false;
    const int role = QMetaEnum::fromType<QPalette::ColorRole>().keyToValue(name.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<QPalette::ColorRole>(role)) : std::nullopt;
}

bool setColors(QPalette &palette, const QJsonObject &colors, std::initializer_list<QPalette::ColorGroup> groups)
{
    for (auto it = colors.begin(); it != colors.end(); ++it) {
        const auto role = it.key().isEmpty() ? std::nullopt : roleNamed(it.key());
        const QColor color(it->toString());
        if (!role || !color.isValid())
            return false;
        for (const QPalette::ColorGroup group : groups)
            palette.setColor(group, *role, color);
    }
    return true;
}

} // namespace

std::optional<PaletteFile> readPaletteFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    PaletteFile read;
    if (root["palette"_L1].toObject().isEmpty()
        || !setColors(read.palette, root["palette"_L1].toObject(),
                      {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        || !setColors(read.palette, root["disabled"_L1].toObject(), {QPalette::Disabled}))
        return std::nullopt;
    const QJsonObject semantic = root["semantic"_L1].toObject();
    for (auto it = semantic.begin(); it != semantic.end(); ++it)
        read.semantic.insert(it.key(), QColor(it->toString()));
    return read;
}

const PaletteFile &builtInPalette(bool dark)
{
    linkPalettes();
    static const PaletteFile darkFile = readPaletteFile(u":/palettes/dark.json"_s).value_or(PaletteFile{});
    static const PaletteFile lightFile = readPaletteFile(u":/palettes/light.json"_s).value_or(PaletteFile{});
    return dark ? darkFile : lightFile;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor semanticColor(const QString &name, const QPalette &palette)
{
    return builtInPalette(isDark(palette)).semantic.value(name, palette.color(QPalette::WindowText));
}

} // namespace braketeer::gui
