<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandPreview</name>
    <message numerus="yes">
        <source>[%n more character(s)]</source>
        <translation>
            <numerusform>[%n more character]</numerusform>
            <numerusform>[%n more characters]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FieldNote</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::KeyValueEdit</name>
    <message numerus="yes">
        <source>Pasted: %n added</source>
        <translation>
            <numerusform>Pasted: %n added</numerusform>
            <numerusform>Pasted: %n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n replaced.</source>
        <translation>
            <numerusform>, %n replaced.</numerusform>
            <numerusform>, %n replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ReviewPage</name>
    <message numerus="yes">
        <source>Create the job in spite of %n warning(s)</source>
        <translation>
            <numerusform>Create the job in spite of %n warning</numerusform>
            <numerusform>Create the job in spite of %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StatusLine</name>
    <message numerus="yes">
        <source>%n answers missing</source>
        <translation>
            <numerusform>%n answer missing</numerusform>
            <numerusform>%n answers missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::Submitter</name>
    <message numerus="yes">
        <source>%n submission(s) settled.</source>
        <translation>
            <numerusform>%n submission settled.</numerusform>
            <numerusform>%n submissions settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) cannot be settled yet. They stay in the history as UNKNOWN.</source>
        <translation>
            <numerusform>%n submission cannot be settled yet. It stays in the history as UNKNOWN.</numerusform>
            <numerusform>%n submissions cannot be settled yet. They stay in the history as UNKNOWN.</numerusform>
        </translation>
    </message>
</context>
</TS>
