package io.traject.cases;

import io.traject.kernel.Language;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What stands in a model, in the reader's language. Models are written in English. */
final class ModelTexts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final ResourceBundle DUTCH = ResourceBundle.getBundle("models/names", Locale.of("nl"));

    private ModelTexts() {}

    /** The model with the names of its elements in the language; what has no name there keeps its own. */
    static String translated(String xml, String processId, Language language) {
        if (language == Language.EN) {
            return xml;
        }
        try {
            Document model = parse(xml);
            elements(model)
                    .forEach(element -> name(processId, element.getAttribute("id"))
                            .ifPresent(name -> element.setAttribute("name", name)));
            var written = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(model), new StreamResult(written));
            return written.toString();
        } catch (Exception e) {
            throw new IllegalStateException("A deployed model is XML", e);
        }
    }

    static Optional<String> name(String processId, String elementId) {
        return Stream.of(processId + "." + elementId, elementId)
                .filter(DUTCH::containsKey)
                .findFirst()
                .map(DUTCH::getString);
    }

    private static Stream<Element> elements(Document model) {
        var all = model.getElementsByTagNameNS(BPMN, "*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> element.hasAttribute("name"));
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
