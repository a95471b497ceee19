//! What the file says about itself: title, dates, conformance, colour space, identity, and the attached facts.

use ground::Instant;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::{About, catalogue, dictionary_at, name, text};
use crate::ReportError;

const PRODUCER: &str = "Tickmark";
const PROFILE: &[u8] = include_bytes!("../../colour/sRGB.icc");

/// Adds all of it.
pub(super) fn add(file: &mut Document, about: &About) -> Result<(), ReportError> {
    let moment = pdf_moment(about.created);
    // What the writer of the pages put there carries its own clock, so it goes.
    for key in [b"Info".as_slice(), b"ID"] {
        if let Some(Object::Reference(old)) = file.trailer.remove(key) {
            file.objects.remove(&old);
        }
    }
    let root = catalogue(file)?;
    if let Some(Object::Reference(old)) = dictionary_at(file, root)?.remove(b"Metadata") {
        file.objects.remove(&old);
    }

    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(about).into_bytes());
    let xmp = file.add_object(xmp.with_compression(false));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, PROFILE.to_vec()));
    let intent = file.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    });
    let info = file.add_object(dictionary! {
        "Title" => text(&about.title),
        "Author" => text(&about.author),
        "Subject" => text(&about.subject),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(moment.as_str()),
        "ModDate" => Object::string_literal(moment.as_str()),
    });
    file.trailer.set("Info", info);
    let identity = Object::String(about.identity.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);

    let length = i64::try_from(about.facts.len()).unwrap_or(i64::MAX);
    let embedded = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => name("application/json"),
        "Params" => dictionary! { "Size" => length, "ModDate" => Object::string_literal(moment.as_str()) },
    };
    let embedded = file.add_object(Stream::new(embedded, about.facts.clone()));
    let attached = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal("audit.json"),
        "UF" => text("audit.json"),
        "Desc" => text("The facts of this report, for programs to read"),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => embedded, "UF" => embedded },
    });

    let root = dictionary_at(file, root)?;
    root.remove(b"PageLayout");
    root.set("Metadata", xmp);
    root.set("OutputIntents", vec![Object::Reference(intent)]);
    root.set("Lang", Object::string_literal("en"));
    root.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    root.set("AF", vec![Object::Reference(attached)]);
    let names = vec![Object::string_literal("audit.json"), Object::Reference(attached)];
    root.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    Ok(())
}

/// `D:20260220143000+00'00'`.
fn pdf_moment(moment: Instant) -> String {
    let digits: String = moment.to_string().chars().filter(char::is_ascii_digit).take(14).collect();
    format!("D:{digits}+00'00'")
}

/// Escapes a text for XML; what XML 1.0 can't hold at all is shown as U+FFFD.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if letter.is_control() => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

fn xmp(about: &About) -> String {
    let created = about.created.to_string();
    let created = created.split('.').next().unwrap_or(&created);
    let (title, author, subject) = (escaped(&about.title), escaped(&about.author), escaped(&about.subject));
    // The extension schema declares the one property that archiving does not know: the part of PDF/UA.
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{created}+00:00</xmp:CreateDate><xmp:ModifyDate>{created}+00:00</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
{padding}
<?xpacket end="w"?>"#,
        mark = '\u{feff}',
        padding = " ".repeat(2000),
    )
}
