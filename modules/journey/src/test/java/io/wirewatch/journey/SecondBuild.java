package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData;

/**
 * Another build of wirewatch, made from this checkout: a raw article has one more optional field,
 * and every record that holds one with it.
 */
final class SecondBuild {
  private static final Path SCHEMAS = Path.of("../../schemas");
  private static final List<String> RECORDS =
      List.of("RawArticle", "EnrichedArticle", "Alert", "Rejection");
  private static final String LAST_FIELD = "{\"name\": \"feed\",";
  private static final String NEW_FIELD =
      "{\"name\": \"desk\", \"type\": [\"null\", \"string\"], \"default\": null},\n    ";

  private SecondBuild() {}

  /** Compiles the records; the directory goes before this build's jars on a class path. */
  static Path records(Path directory) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    SpecificCompiler compiler = new SpecificCompiler(schemas());
    compiler.setStringType(GenericData.StringType.String);
    compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
    compiler.compileToDestination(null, sources.toFile());
    compile(sources, classes);
    return classes;
  }

  private static List<Schema> schemas() throws IOException {
    Schema.Parser parser = new Schema.Parser();
    List<Schema> schemas = new ArrayList<>();
    for (String record : RECORDS) {
      String text = Files.readString(SCHEMAS.resolve(record + ".avsc"));
      schemas.add(parser.parse(text.replace(LAST_FIELD, NEW_FIELD + LAST_FIELD)));
    }
    assertThat(schemas.get(0).getField("desk")).as("the field that is new").isNotNull();
    return schemas;
  }

  private static void compile(Path sources, Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "--release", "17", "-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exit).as("the second build compiles").isZero();
  }
}
