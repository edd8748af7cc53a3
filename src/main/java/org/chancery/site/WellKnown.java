package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Kind;
import org.chancery.ontology.Chy;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;

/** The graph and its questions, described in RDF as other SPARQL editors read it. */
final class WellKnown extends HttpServlet {
  static final String PATH = "/.well-known/";

  private static final long serialVersionUID = 1;
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
  private static final String SCHEMA = "https://schema.org/";

  private static final AcceptList OFFERS =
      AcceptList.create(
          offer(Lang.TURTLE), offer(Lang.NTRIPLES), offer(Lang.JSONLD), offer(Lang.RDFXML));

  private final transient Shown shown;
  private final transient CannedQueries queries;

  WellKnown(Shown shown, CannedQueries queries) {
    this.shown = shown;
    this.queries = queries;
  }

  private static MediaType offer(Lang lang) {
    return MediaType.create(lang.getHeaderString());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    // The guard lets in no host but this machine and those that the server was told of.
    String server = request.getScheme() + "://" + request.getHeader("Host");
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(Prefixes.COMMON);
    switch (name) {
      case "void" -> describe(model, server);
      case "sparql-examples" -> examples(model, server);
      default -> {
        Pages.message(
            response,
            HttpServletResponse.SC_NOT_FOUND,
            "There is no such page",
            "Here are void and sparql-examples, for programs.",
            "Begin anew.");
        return;
      }
    }
    response.setHeader("Vary", "Accept");
    response.setHeader("Cache-Control", "no-cache");
    send(response, request.getHeader("Accept"), model);
  }

  private static void send(HttpServletResponse response, String accept, Model model)
      throws IOException {
    MediaType type =
        accept == null || accept.isBlank()
            ? offer(Lang.TURTLE)
            : AcceptList.match(new AcceptList(accept), OFFERS);
    // A browser that wants a page gets what it can show as text.
    Lang lang =
        type == null ? Lang.TURTLE : RDFLanguages.contentTypeToLang(type.getContentTypeStr());
    Pages.send(response, model.getGraph(), lang);
  }

  private void describe(Model model, String server) {
    model.setNsPrefix("void", VOID.getURI()).setNsPrefix("dcat", DCAT.getURI());
    model.setNsPrefix("foaf", FOAF.getURI());
    ThingLink link = ThingLink.of(shown.store());
    Resource endpoint = model.createResource(server + "/chancery/sparql");
    Resource dataset =
        model
            .createResource(server + PATH + "void#dataset")
            .addProperty(RDF.type, VOID.Dataset)
            .addProperty(RDF.type, DCAT.Dataset)
            .addProperty(DCTerms.title, "What articles say about diplomacy", "en")
            .addProperty(
                DCTerms.description,
                "Who holds which office, who signs what, who meets whom and where: read out of"
                    + " articles by Chancery, each fact with its status and the words that say it."
                    + " One named graph for each article; the default graph is their union.",
                "en")
            .addProperty(DCTerms.identifier, shown.store().version())
            .addProperty(VOID.sparqlEndpoint, endpoint)
            .addProperty(VOID.uriSpace, link.base())
            .addProperty(FOAF.homepage, model.createResource(server + "/start/"))
            .addProperty(
                DCAT.distribution,
                model
                    .createResource(server + PATH + "void#sparql")
                    .addProperty(RDF.type, DCAT.Distribution)
                    .addProperty(DCTerms.title, "SPARQL 1.1 service", "en")
                    .addProperty(DCAT.accessURL, endpoint));
    for (Lang lang : new Lang[] {Lang.TURTLE, Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML}) {
      dataset.addProperty(
          VOID.feature,
          model.createResource(
              "http://www.w3.org/ns/formats/"
                  + (lang.equals(Lang.TURTLE)
                      ? "Turtle"
                      : lang.equals(Lang.JSONLD)
                          ? "JSON-LD"
                          : lang.equals(Lang.NTRIPLES) ? "N-Triples" : "RDF_XML")));
    }
    for (String vocabulary :
        new String[] {
          Chy.NS,
          RDFS.getURI(),
          SKOS.getURI(),
          DCTerms.getURI(),
          OA.getURI(),
          "http://www.w3.org/ns/prov#"
        }) {
      dataset.addProperty(VOID.vocabulary, model.createResource(vocabulary));
    }
    shown.catalogue().ifPresent(catalogue -> count(dataset, catalogue));
  }

  private static void count(Resource dataset, Catalogue catalogue) {
    Model model = dataset.getModel();
    long entities = 0;
    for (Kind kind : Kind.values()) {
      int count = catalogue.count(kind);
      entities += count;
      if (count > 0) {
        catalogue
            .search("", Set.of(kind), 0, 1)
            .hits()
            .forEach(
                hit -> dataset.addProperty(VOID.exampleResource, model.createResource(hit.iri())));
      }
    }
    dataset.addLiteral(VOID.entities, entities);
    catalogue
        .classes()
        .forEach(
            (name, count) ->
                dataset.addProperty(
                    VOID.classPartition,
                    model
                        .createResource(dataset.getURI() + "-" + name)
                        .addProperty(VOID._class, model.createResource(Chy.NS + name))
                        .addLiteral(VOID.entities, count.longValue())));
    catalogue
        .published()
        .ifPresent(
            days ->
                dataset.addProperty(
                    DCTerms.temporal,
                    model
                        .createResource(dataset.getURI() + "-days")
                        .addProperty(RDF.type, DCTerms.PeriodOfTime)
                        .addProperty(
                            DCAT.startDate,
                            model.createTypedLiteral(days.first().toString(), XSD.date.getURI()))
                        .addProperty(
                            DCAT.endDate,
                            model.createTypedLiteral(days.last().toString(), XSD.date.getURI()))));
  }

  private void examples(Model model, String server) {
    model.setNsPrefix("sh", SH).setNsPrefix("schema", SCHEMA).setNsPrefix("spex", SPEX);
    Resource endpoint = model.createResource(server + "/chancery/sparql");
    String document = server + PATH + "sparql-examples";
    Resource prefixes = model.createResource(document + "#prefixes");
    new TreeMap<>(Prefixes.COMMON)
        .forEach(
            (prefix, namespace) ->
                prefixes.addProperty(
                    sh(model, "declare"),
                    model
                        .createResource(document + "#prefix-" + prefix)
                        .addProperty(sh(model, "prefix"), prefix)
                        .addProperty(
                            sh(model, "namespace"),
                            model.createTypedLiteral(namespace, XSD.anyURI.getURI()))));
    for (CannedQuery query : queries.all()) {
      Query parsed = QueryFactory.create(query.text());
      String form =
          parsed.isConstructType()
              ? "Construct"
              : parsed.isAskType() ? "Ask" : parsed.isDescribeType() ? "Describe" : "Select";
      Resource example =
          model
              .createResource(document + "#" + query.name())
              .addProperty(RDF.type, model.createResource(SH + "SPARQLExecutable"))
              .addProperty(RDF.type, model.createResource(SH + "SPARQL" + form + "Executable"))
              .addProperty(RDFS.label, query.question(), "en")
              .addProperty(RDFS.comment, query.question(), "en")
              .addProperty(DCTerms.description, query.description(), "en")
              .addProperty(sh(model, "prefixes"), prefixes)
              .addProperty(sh(model, form.toLowerCase(Locale.ROOT)), query.text())
              .addProperty(model.createProperty(SCHEMA, "target"), endpoint);
      query
          .services()
          .forEach(
              service ->
                  example.addProperty(
                      model.createProperty(SPEX, "federatesWith"), model.createResource(service)));
      query
          .tags()
          .forEach(tag -> example.addProperty(model.createProperty(SCHEMA, "keywords"), tag));
    }
  }

  private static Property sh(Model model, String name) {
    return model.createProperty(SH, name);
  }
}
